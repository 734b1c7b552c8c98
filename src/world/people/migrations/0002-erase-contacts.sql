-- Contacts are erased when their owner asks (Law 91/2025/QH15, art. 14).
grant delete on people.contacts to toantrinh;
