-- Who is called by a word, or has it as first name: names of people are no topics. Most visitors never give a name and are not in it.
CREATE INDEX visitor_first_name ON visitor (lower(split_part(name, ' ', 1))) WHERE name IS NOT NULL;
CREATE INDEX visitor_record_first_name ON visitor_record (lower(split_part(name, ' ', 1))) WHERE name IS NOT NULL;
