package lyceum.scheduler.classes;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What calendars are made of, read from the tables. */
public final class Feed {
    private final ClassTable classes = new ClassTable();

    /** All classes, cancelled ones too, in the order in which they were made. */
    public List<LiveClass> all(Handle read) {
        return classes.all(read).stream()
                .flatMap(id -> classes.find(read, id).stream())
                .toList();
    }

    /** Those that a person follows or said they come to. */
    public List<LiveClass> of(Handle read, long member) {
        List<Long> theirs = read.createQuery("select class from classes_follower where member = :member"
                        + " union select class from classes_coming where member = :member")
                .bind("member", member)
                .mapTo(Long.class)
                .list();
        return all(read).stream().filter(of -> theirs.contains(of.id())).toList();
    }
}
