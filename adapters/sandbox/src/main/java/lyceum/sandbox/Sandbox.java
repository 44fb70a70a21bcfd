package lyceum.sandbox;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import lyceum.sandbox.discord.DiscordSide;
import lyceum.sandbox.telegram.TelegramSide;
import lyceum.sandbox.twitch.TwitchSide;
import lyceum.sandbox.world.Change;
import lyceum.sandbox.world.Side;
import lyceum.sandbox.world.World;
import org.eclipse.jetty.http.UriCompliance;

/** A running sandbox: every platform's wire on one port of 127.0.0.1. */
public final class Sandbox implements AutoCloseable {
    private static final long LARGEST_REQUEST = 60L * 1024 * 1024;

    private final Javalin server;
    private final List<Side> sides;
    private final World world;
    private final int ircPort;

    private Sandbox(Javalin server, List<Side> sides, World world, int ircPort) {
        this.server = server;
        this.sides = sides;
        this.world = world;
        this.ircPort = ircPort;
    }

    /** Starts a sandbox; returns when it answers. Fails with Javalin's exception when the port is taken. */
    public static Sandbox start(SandboxSettings settings) {
        World world = World.open(settings.limits(), settings.data());
        TwitchSide twitch = new TwitchSide(world, settings.ircPort());
        List<Side> sides = List.of(new DiscordSide(world), new TelegramSide(world), twitch);
        Javalin server = Javalin.create(config -> configure(config, settings, world, sides));
        server.start();
        return new Sandbox(server, sides, world, twitch.ircPort());
    }

    private static void configure(JavalinConfig config, SandboxSettings settings, World world, List<Side> sides) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.host = "127.0.0.1";
        config.jetty.port = settings.port();
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
        config.jetty.modifyWebSocketServletFactory(sockets -> {
            sockets.setIdleTimeout(Duration.ofMinutes(5));
            sockets.setMaxTextMessageSize(1 << 20);
        });
        new DemoPage(world.feed()).routes(config.routes);
        new SandboxCalls(world, sides).routes(config.routes);
        sides.forEach(side -> side.routes(config.routes));
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
        sides.forEach(Side::close);
        server.stop();
        world.people().close();
    }
}
