package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The tables of who follows a class, who comes to a date, and who was there. */
final class ComerTable {
    /** What people get who have chosen nothing: a day, an hour and five minutes before. */
    static final List<Duration> USUAL = List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(5));

    /** Somebody who shall be reminded of a date. */
    record Comer(long member, String platform, List<Duration> leads) {}

    /** One date at which somebody was there. */
    record Present(long classId, LocalDateTime planned, Instant first, Instant last, Deeds deeds) {}

    /** How often somebody spoke, and pressed or asked something. */
    record Deeds(long said, long pressed) {}

    void follow(Handle write, long classId, long member, List<Duration> leads) {
        write.execute(
                "insert into classes_follower (class, member, leads) values (?, ?, ?)"
                        + " on conflict (class, member) do update set leads = excluded.leads",
                classId,
                member,
                leads.stream().map(lead -> String.valueOf(lead.toSeconds())).collect(Collectors.joining(" ")));
    }

    void unfollow(Handle write, long classId, long member) {
        write.execute("delete from classes_follower where class = ? and member = ?", classId, member);
    }

    void comes(Handle write, long classId, LocalDateTime planned, long member) {
        write.execute(
                "insert into classes_coming (class, planned, member) values (?, ?, ?) on conflict do nothing",
                classId,
                planned.toString(),
                member);
    }

    void comesNot(Handle write, long classId, LocalDateTime planned, long member) {
        write.execute(
                "delete from classes_coming where class = ? and planned = ? and member = ?",
                classId,
                planned.toString(),
                member);
    }

    long coming(Handle read, long classId, LocalDateTime planned) {
        return read.createQuery("select count(*) from classes_coming where class = ? and planned = ?")
                .bind(0, classId)
                .bind(1, planned.toString())
                .mapTo(Long.class)
                .one();
    }

    /** Everybody who wants to be reminded of a date and can be written to in private. */
    List<Comer> toRemind(Handle read, long classId, LocalDateTime planned) {
        return toRemind(read, classId, planned, "p.member > 0");
    }

    private static List<Comer> toRemind(Handle read, long classId, LocalDateTime planned, String whom) {
        return read.createQuery("select p.member, p.platform, f.leads from classes_person p"
                        + " left join classes_follower f on f.class = :class and f.member = p.member"
                        + " where p.quiet = 0 and p.platform <> '' and (f.member is not null or exists ("
                        + "select 1 from classes_coming c where c.class = :class and c.planned = :planned and c.member = p.member)) and "
                        + whom)
                .bind("class", classId)
                .bind("planned", planned.toString())
                .map((row, context) ->
                        new Comer(row.getLong("member"), row.getString("platform"), leads(row.getString("leads"))))
                .list();
    }

    Optional<Comer> toRemind(Handle read, long classId, LocalDateTime planned, long member) {
        return toRemind(read, classId, planned, "p.member = " + member).stream().findFirst();
    }

    /** Somebody shows that they are there; true the first time. */
    void present(Handle write, Present seen, long member) {
        write.execute(
                "insert into classes_present (class, planned, member, first_seen, last_seen, said, pressed) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (class, planned, member) do update set"
                        + " first_seen = case when excluded.first_seen < classes_present.first_seen"
                        + " then excluded.first_seen else classes_present.first_seen end,"
                        + " last_seen = case when excluded.last_seen > classes_present.last_seen"
                        + " then excluded.last_seen else classes_present.last_seen end,"
                        + " said = classes_present.said + excluded.said,"
                        + " pressed = classes_present.pressed + excluded.pressed",
                seen.classId(),
                seen.planned().toString(),
                member,
                seen.first().toEpochMilli(),
                seen.last().toEpochMilli(),
                seen.deeds().said(),
                seen.deeds().pressed());
    }

    /** How many of those who were there spoke, and how many pressed or asked something. */
    Deeds deeds(Handle read, long classId, LocalDateTime planned) {
        return read.createQuery("select count(case when said > 0 then 1 end) as said,"
                        + " count(case when pressed > 0 then 1 end) as pressed from classes_present"
                        + " where class = ? and planned = ?")
                .bind(0, classId)
                .bind(1, planned.toString())
                .map((row, context) -> new Deeds(row.getLong("said"), row.getLong("pressed")))
                .one();
    }

    /** The names of those who come to a date, in order. */
    List<String> names(Handle read, long classId, LocalDateTime planned, int most) {
        return read.createQuery("select p.name from classes_coming c join classes_person p on p.member = c.member"
                        + " where c.class = ? and c.planned = ? order by p.name, p.member limit ?")
                .bind(0, classId)
                .bind(1, planned.toString())
                .bind(2, most)
                .mapTo(String.class)
                .list();
    }

    /** Everybody who came to a date or wanted to, and can be written to in private. */
    List<Comer> afterwards(Handle read, long classId, LocalDateTime planned) {
        return read.createQuery("select p.member, p.platform from classes_person p"
                        + " where p.quiet = 0 and p.platform <> '' and p.member > 0 and (exists ("
                        + "select 1 from classes_coming c where c.class = :class and c.planned = :planned and c.member = p.member)"
                        + " or exists (select 1 from classes_present t where t.class = :class and t.planned = :planned"
                        + " and t.member = p.member)) order by p.member")
                .bind("class", classId)
                .bind("planned", planned.toString())
                .map((row, context) -> new Comer(row.getLong("member"), row.getString("platform"), List.of()))
                .list();
    }

    long present(Handle read, long classId, LocalDateTime planned) {
        return read.createQuery("select count(*) from classes_present where class = ? and planned = ?")
                .bind(0, classId)
                .bind(1, planned.toString())
                .mapTo(Long.class)
                .one();
    }

    /** At which dates of a class somebody was there, in order. */
    List<Present> attended(Handle read, long classId, long member) {
        return read
                .createQuery(
                        "select planned, first_seen, last_seen, said, pressed from classes_present where class = ? and member = ?")
                .bind(0, classId)
                .bind(1, member)
                .map((row, context) -> new Present(
                        classId,
                        LocalDateTime.parse(row.getString("planned")),
                        Instant.ofEpochMilli(row.getLong("first_seen")),
                        Instant.ofEpochMilli(row.getLong("last_seen")),
                        new Deeds(row.getLong("said"), row.getLong("pressed"))))
                .stream()
                .sorted(Comparator.comparing(Present::first))
                .toList();
    }

    /** At how many dates of all classes somebody was there. */
    long attended(Handle read, long member) {
        return read.createQuery("select count(*) from classes_present where member = ?")
                .bind(0, member)
                .mapTo(Long.class)
                .one();
    }

    private static List<Duration> leads(String text) {
        if (text == null) {
            return USUAL;
        }
        return Arrays.stream(text.split(" "))
                .filter(lead -> !lead.isEmpty())
                .map(lead -> Duration.ofSeconds(Long.parseLong(lead)))
                .toList();
    }
}
