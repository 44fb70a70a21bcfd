-- At how many dates somebody took part is asked of a person alone.
create index classes_present_of on classes_present (member);
