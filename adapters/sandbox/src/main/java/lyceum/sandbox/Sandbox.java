package lyceum.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import lyceum.sandbox.demo.DemoCalls;
import lyceum.sandbox.demo.Direction;
import lyceum.sandbox.demo.Scenery;
import lyceum.sandbox.discord.DiscordSide;
import lyceum.sandbox.room.RoomSide;
import lyceum.sandbox.telegram.TelegramSide;
import lyceum.sandbox.twitch.TwitchSide;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Change;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Side;
import lyceum.sandbox.world.World;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** A running sandbox: every platform's wire on one port of 127.0.0.1. */
public final class Sandbox implements AutoCloseable {
    /** Whoever presses a button waits for the answer, and must not keep the hub from giving it. */
    private static final int PEOPLE_AT_ONCE = 50_000;

    private static final int WAITING_TO_BE_ACCEPTED = 4_096;
    private static final long LARGEST_REQUEST = 60L * 1024 * 1024;

    private final Javalin server;
    private final List<Side> sides;
    private final World world;
    private final DemoCalls demo;
    private final int ircPort;

    private Sandbox(Javalin server, List<Side> sides, World world, DemoCalls demo, int ircPort) {
        this.server = server;
        this.sides = sides;
        this.world = world;
        this.demo = demo;
        this.ircPort = ircPort;
    }

    /** Starts a sandbox; returns when it answers. Fails with Javalin's exception when the port is taken. */
    public static Sandbox start(SandboxSettings settings) {
        return start(settings, Direction.QUIET, PlayedBeacon.NONE);
    }

    /** The same, with a demo page that tells its story and breaks things as it is directed, and a beacon. */
    public static Sandbox start(SandboxSettings settings, Direction direction, PlayedBeacon beacon) {
        World world = World.open(settings.limits(), settings.data());
        TwitchSide twitch = new TwitchSide(world, settings.ircPort());
        RoomSide room = new RoomSide(world);
        List<Side> sides = List.of(new DiscordSide(world), new TelegramSide(world), twitch, room);
        DemoCalls demo = new DemoCalls(sides, new Scenery(world, room::hub), direction, DemoPage::phrases);
        Javalin server = Javalin.create(config -> {
            configure(config, settings);
            demo.routes(config.routes);
            new DemoPage(world.feed()).routes(config.routes);
            beacon.routes(config.routes, world.clock()::now);
            new SandboxCalls(world, sides).routes(config.routes);
            sides.forEach(side -> side.routes(config.routes));
        });
        server.start();
        return new Sandbox(server, sides, world, demo, twitch.ircPort());
    }

    private static void configure(JavalinConfig config, SandboxSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.threadPool = new VirtualThreadPool(PEOPLE_AT_ONCE);
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost("127.0.0.1");
            connector.setPort(settings.port());
            connector.setAcceptQueueSize(WAITING_TO_BE_ACCEPTED);
            return connector;
        });
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.UNSAFE);
            http.setHeaderCacheSize(0); // 18 KB for each connection, and thousands of people wait for an answer at once
        });
        config.jetty.modifyWebSocketServletFactory(sockets -> {
            sockets.setIdleTimeout(Duration.ofMinutes(5));
            sockets.setMaxTextMessageSize(1 << 20);
        });
    }

    /** Where it listens, {@code http://127.0.0.1:PORT} without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /**
     * Tells of every change that people see in a room, in its order, on a thread of the listener's own; ends when the answer is closed. A
     * listener that fails hears nothing more.
     */
    public AutoCloseable listen(Consumer<Change> listener) {
        return world.feed().listen(listener);
    }

    /** Somebody says something in a room, as by the call {@code say}; returns when the platform has it. Any thread. */
    public void say(String platform, String room, String who, String text) throws InterruptedException {
        for (Side side : sides) {
            if (side.name().equals(platform)) {
                ObjectNode said = Json.object().put("who", who).put("text", text);
                Objects.requireNonNull(side.verbs().get("say")).perform(new Call(room, said));
            }
        }
    }

    public int port() {
        return server.port();
    }

    /** Where Twitch's chat over TCP listens, {@code HOST:PORT}. */
    public String irc() {
        return "127.0.0.1:" + ircPort;
    }

    /** Closes every connection, and returns when what happened is on disk. */
    @Override
    public void close() {
        world.feed().close();
        demo.close();
        sides.forEach(Side::close);
        server.stop();
        world.people().close();
    }
}
