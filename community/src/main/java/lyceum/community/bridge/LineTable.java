package lyceum.community.bridge;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.MessageId;
import org.jdbi.v3.core.Handle;

/** The table of lines: what stands in a message that several copies share. */
final class LineTable {
    private final Waiting json = new Waiting();

    void keep(Handle write, MessageId copy, int line, Text says) {
        write.createUpdate("""
                insert into bridge_line (copy, line, type, body) values (:copy, :line, :type, :body)
                on conflict (copy, line) do update set type = excluded.type, body = excluded.body
                """)
                .bind("copy", copy.toString())
                .bind("line", line)
                .bind("type", Waiting.TYPE)
                .bind("body", json.write(says))
                .execute();
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
