"""Who speaks, also where no cue says so: reports flow in; what goes on with them, and what points back, flows out."""
