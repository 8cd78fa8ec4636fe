-- A team is drawn from all offices: whoever is named in it sees the visit and its limits whatever office leads it.
CREATE POLICY matter_of_inspector ON matter TO hengjian_desk USING (
  district_code = current_setting('app.district', true) AND procedure = 'inspection' AND facts -> 'inspectors' ? current_setting('app.account', true))
  WITH CHECK (district_code = current_setting('app.district', true));
CREATE POLICY matter_clock_of_opened ON matter_clock TO hengjian_desk USING (
  district_code = current_setting('app.district', true) AND matter_id::text = ANY (string_to_array(current_setting('app.matters', true), ',')))
  WITH CHECK (district_code = current_setting('app.district', true));
