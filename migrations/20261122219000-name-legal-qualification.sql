-- Who reviews a decision for the first time holds the national legal qualification (penalty law, Art 58).
ALTER TABLE account ADD COLUMN legal_qualification_no text;
GRANT SELECT (legal_qualification_no) ON account TO hengjian_desk;
