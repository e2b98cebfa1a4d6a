pub struct Cell(pub u32);

pub struct Rc<T>(pub T);
