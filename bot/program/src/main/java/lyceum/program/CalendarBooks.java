package lyceum.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lyceum.scheduler.calendar.ClassCalendar;
import lyceum.scheduler.classes.Feed;
import lyceum.scheduler.classes.LiveClass;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The calendars of a community: that of everybody, and for each member one whose address nobody can guess. */
final class CalendarBooks {
    private static final String PURPOSE = "calendar/1/";
    private static final int BYTES = 16;

    private final String name;
    private final byte[] key;
    private final InstantSource clock;
    private final CompletableFuture<Jdbi> readers = new CompletableFuture<>();
    private final CompletableFuture<URI> web = new CompletableFuture<>();
    private final Feed feed = new Feed();

    /** @param key by which addresses are made; whoever has it can make any */
    CalendarBooks(String name, byte[] key, InstantSource clock) {
        this.name = name;
        this.key = key.clone();
        this.clock = clock;
    }

    /** From now on they can be read and addressed. */
    void open(Jdbi from, URI address) {
        readers.complete(from);
        web.complete(address);
    }

    String all() {
        return book(feed::all);
    }

    /** Empty where the token is nobody's. */
    Optional<String> of(String token) {
        int dash = token.indexOf('-');
        String number = dash < 0 ? "" : token.substring(0, dash);
        if (!number.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        long member = Long.parseLong(number);
        boolean genuine =
                MessageDigest.isEqual(token.getBytes(UTF_8), token(member).getBytes(UTF_8));
        return genuine ? Optional.of(book(read -> feed.of(read, member))) : Optional.empty();
    }

    /** Where a member's own calendar stands. */
    String address(long member) {
        return web.join().resolve("/calendar/" + token(member) + ".ics").toString();
    }

    private String token(long member) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] tag = mac.doFinal((PURPOSE + member).getBytes(UTF_8));
            return member + "-" + HexFormat.of().formatHex(tag, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private String book(Function<Handle, List<LiveClass>> classes) {
        return ClassCalendar.of(name, readers.join().withHandle(classes::apply), clock.instant());
    }
}
