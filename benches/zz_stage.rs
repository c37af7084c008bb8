#[path = "../tests/support/memory.rs"]
mod memory;
#[path = "../tests/support/synthetic.rs"]
mod synthetic;
use std::time::Instant;
use planwright::*;
fn main(){
 let texts=synthetic::synthetic(10000);
 let inputs=memory::inputs(&texts);
 for _ in 0..6 {
  let t=Instant::now();
  let docs:Vec<_>=inputs.sources.sources.iter().filter(|s|s.is_markdown()).map(|s|document::Document::read(s).0).collect();
  let t1=t.elapsed(); let t=Instant::now();
  let c=docs.clone(); let tc=t.elapsed(); drop(c);
  let t=Instant::now();
  let (plan,_)=plan::assemble(docs,&inputs.sources,&inputs.config);
  let t2=t.elapsed(); let t=Instant::now();
  let (reviews,_)=review::Reviews::read(&inputs.sources);
  let trace=trace::Trace::of(&plan,&inputs.config,inputs.today);
  let t3=t.elapsed(); let t=Instant::now();
  let subject=check::Subject{plan:&plan,trace:&trace,config:&inputs.config,sources:&inputs.sources,reviews:&reviews,today:inputs.today};
  let mut per=vec![];
  for r in check::all(){ if let Some(c)=r.check { let t=Instant::now(); let mut f=check::Findings::default(); c(subject,&mut f); per.push((t.elapsed(),r.code.code)); } }
  let d=check::check(subject,vec![]);
  let t4=t.elapsed(); per.sort(); per.reverse();
  let t=Instant::now(); drop(plan); let td=t.elapsed();
  println!("parse {t1:?} clone {tc:?} assemble {t2:?} trace {t3:?} check*2 {t4:?} {} drop {td:?}",d.len());
  println!("{:?}",&per[..14]); println!("sum {:?}", per.iter().map(|p|p.0).sum::<std::time::Duration>());
 }
}
