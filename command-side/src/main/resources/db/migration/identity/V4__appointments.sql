-- Who gave users the role they have, and when: nobody is a second person for those whom they have appointed. The service
-- itself is nobody; so is whoever appointed staff before this was kept.
ALTER TABLE user_credential
    ADD COLUMN appointed_by uuid,
    ADD COLUMN appointed_at timestamptz;
