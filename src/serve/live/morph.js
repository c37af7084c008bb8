// filled in elsewhere
