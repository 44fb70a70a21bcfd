package lyceum.scheduler.classes;

/** All tables of classes. */
record Tables(ClassTable classes, PeopleTable people, ComerTable comers, DateTable dates, ReminderTable reminders) {
    static Tables all() {
        return new Tables(new ClassTable(), new PeopleTable(), new ComerTable(), new DateTable(), new ReminderTable());
    }
}
