package lyceum.program;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.live.CutOff;
import lyceum.kernel.platform.Health;
import lyceum.program.CommandLineTree.Port;
import lyceum.redis.RedisReception;
import lyceum.web.Status;
import lyceum.web.StatusSite;
import lyceum.web.WebServer;
import lyceum.web.WebSettings;
import lyceum.web.room.FarRoom;
import picocli.CommandLine.ParseResult;

/** {@code room}: a process that serves viewers of the live rooms beside the hub. */
final class RoomCommand implements Action {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final PrintWriter out;

    RoomCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public int run(ParseResult typed) throws Exception {
        Opened open = new Opened();
        Phrases phrases = Phrases.of("room", "web");
        FarRoom room = open.add(room(open.add(reception(typed)), phrases));
        int port = typed.matchedOptionValue("--port", Port.DEFAULT).number();
        String bind = typed.matchedOptionValue("--bind", "127.0.0.1");
        WebServer web = open.add(serve(room, new WebSettings(bind, port, Optional.empty()), phrases));
        out.println("ready room=" + web.address());
        out.flush();
        Running.untilStopped(open);
        return 0;
    }

    private static RedisReception reception(ParseResult typed) throws Refusal {
        try {
            return RedisReception.at(typed.commandSpec().findOption("--redis").getValue());
        } catch (IllegalArgumentException e) {
            throw new Refusal("running.redis-address");
        }
    }

    /** The hub may start at the same time. */
    private static FarRoom room(RedisReception reception, Phrases phrases) throws Refusal, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String why = "running.no-hub-there";
        while (System.nanoTime() < until) {
            try {
                Optional<FarRoom> room = FarRoom.open(reception, phrases);
                if (room.isPresent()) {
                    return room.get();
                }
                why = "running.no-hub-there";
            } catch (CutOff e) {
                why = "running.no-redis";
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        reception.close();
        throw new Refusal(why);
    }

    private static WebServer serve(FarRoom room, WebSettings settings, Phrases phrases) throws IOException, Refusal {
        Status status = new Status(
                "Lyceum",
                Map.of(
                        new PlatformName("room"),
                        () -> new Health(
                                room.isConnected(), Phrase.of("room.viewers", Integer.toString(room.viewers())))),
                List.of());
        try {
            return new WebServer(settings, List.of(room.site(), new StatusSite(status, phrases)));
        } catch (BindException e) {
            throw new Refusal("running.port-busy", String.valueOf(settings.port()), "0");
        }
    }
}
