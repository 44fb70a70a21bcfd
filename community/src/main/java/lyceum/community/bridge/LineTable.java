package lyceum.community.bridge;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.MessageId;
import org.jdbi.v3.core.Handle;

/** The table of lines: what stands in a message that several copies share. */
final class LineTable {
    private final Waiting json = new Waiting();

    /** What a line says since when. */
    record Line(Text says, Instant at) {}

    void keep(Handle write, MessageId copy, int number, Line line) {
        write.createUpdate("""
                insert into bridge_line (copy, line, type, body, at) values (:copy, :line, :type, :body, :at)
                on conflict (copy, line) do update set type = excluded.type, body = excluded.body
                """)
                .bind("copy", copy.toString())
                .bind("line", number)
                .bind("type", Waiting.TYPE)
                .bind("body", json.write(line.says()))
                .bind("at", line.at().toEpochMilli())
                .execute();
    }

    void purge(Handle write, Instant before) {
        write.execute("delete from bridge_line where at < ?", before.toEpochMilli());
    }

    void drop(Handle write, MessageId copy, int line) {
        write.execute("delete from bridge_line where copy = ? and line = ?", copy.toString(), line);
    }

    /** What the message says, by the numbers of its lines; empty where it is not shared. */
    SortedMap<Integer, Text> lines(Handle read, MessageId copy) {
        SortedMap<Integer, Text> lines = new TreeMap<>();
        read.createQuery("select line, type, body from bridge_line where copy = ?")
                .bind(0, copy.toString())
                .map((row, _) -> Map.entry(row.getInt(1), json.readText(row.getString(2), row.getString(3))))
                .forEach(line -> lines.put(line.getKey(), line.getValue()));
        return lines;
    }
}
