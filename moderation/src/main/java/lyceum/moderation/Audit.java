package lyceum.moderation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lyceum.kernel.feature.Tx;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The log of what moderation did, chained by a key that is kept outside the database. */
public final class Audit {
    private static final String NOTHING = "";
    private static final String MAC = "HmacSHA256";
    private static final int SALT = 16;

    private final byte[] key;

    /** @param key at least 16 random bytes, the same for ever */
    public Audit(byte[] key) {
        this.key = key.clone();
    }

    /**
     * What a check of the whole chain found.
     *
     * @param count how many rows there are
     * @param head the newest link
     * @param bad the number of the first row that is not as it was written, or null where all are; one more than the last row where
     *     rows were cut off
     */
    public record Checked(long count, String head, @Nullable Long bad) {}

    private record Link(long seq, Instant at, String kind, long about, String digest) {}

    private record Head(long count, String link) {}

    /** Adds a row in this turn. */
    void write(Tx tx, String kind, long about, String payload) {
        Handle write = tx.write();
        byte[] random = new byte[SALT];
        tx.random().nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        Head head = head(write).orElse(new Head(0, NOTHING));
        Instant at = Instant.ofEpochMilli(tx.now().toEpochMilli());
        Link row = new Link(head.count() + 1, at, kind, about, digest(salt, payload));
        String link = link(head.link(), row);
        write.execute(
                "insert into audit_row (seq, at, kind, about, salt, payload, digest, link) values (?, ?, ?, ?, ?, ?, ?, ?)",
                row.seq(),
                at.toEpochMilli(),
                kind,
                about,
                salt,
                payload,
                row.digest(),
                link);
        if (head.count() == 0) {
            write.execute("delete from audit_head");
            write.execute(
                    "insert into audit_head (count, link, seal) values (?, ?, ?)", 1, link, seal(new Head(1, link)));
        } else {
            write.execute(
                    "update audit_head set count = ?, link = ?, seal = ?",
                    row.seq(),
                    link,
                    seal(new Head(row.seq(), link)));
        }
    }

    /** How long the chain is, and its newest link: what is posted daily, so that rewriting shows. */
    static Checked newest(Handle read) {
        Head head = head(read).orElse(new Head(0, NOTHING));
        return new Checked(head.count(), head.link(), null);
    }

    /** Reads every row; any thread, with a connection that only reads. */
    public Checked verify(Handle read) {
        long expected = 1;
        String before = NOTHING;
        try (Stream<Row> rows = read
                .createQuery("select * from audit_row order by seq")
                .map((row, _) -> new Row(
                        new Link(
                                row.getLong("seq"),
                                Instant.ofEpochMilli(row.getLong("at")),
                                row.getString("kind"),
                                row.getLong("about"),
                                row.getString("digest")),
                        row.getString("salt"),
                        row.getString("payload"),
                        row.getString("link")))
                .stream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                boolean kept = row.salt() == null
                        ? row.payload() == null
                        : row.link.digest().equals(digest(row.salt(), Objects.requireNonNullElse(row.payload(), "")));
                if (row.link.seq() != expected
                        || !kept
                        || !link(before, row.link).equals(row.written())) {
                    return new Checked(expected, before, expected);
                }
                before = row.written();
                expected++;
            }
        }
        Head told = head(read).orElse(new Head(0, NOTHING));
        boolean whole =
                told.count() == expected - 1 && told.link().equals(before) && (told.count() == 0 || sealed(read, told));
        return new Checked(expected - 1, before, whole ? null : expected);
    }

    private record Row(
            Link link, @Nullable String salt, @Nullable String payload, String written) {}

    /** Removes what rows say about a case; the chain still holds. */
    static void forget(Handle write, long about) {
        write.execute("update audit_row set salt = null, payload = null where about = ?", about);
    }

    private boolean sealed(Handle read, Head head) {
        return read.createQuery("select seal from audit_head")
                .mapTo(String.class)
                .one()
                .equals(seal(head));
    }

    private static Optional<Head> head(Handle read) {
        return read.createQuery("select count, link from audit_head")
                .map((row, _) -> new Head(row.getLong("count"), row.getString("link")))
                .findOne();
    }

    private String seal(Head head) {
        return mac("head\n" + head.count() + "\n" + head.link());
    }

    private String link(String before, Link row) {
        return mac("row\n" + before + "\n" + row.seq() + "\n" + row.at().toEpochMilli() + "\n" + row.kind() + "\n"
                + row.about() + "\n" + row.digest());
    }

    private static String digest(String salt, String payload) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((salt + "\n" + payload).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }
}
