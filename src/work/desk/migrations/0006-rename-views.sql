-- A saved view may be given another name.
grant update on desk.views to toantrinh;
