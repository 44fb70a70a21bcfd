package lyceum.web;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that stands on the hub's one port: Jetty, with each request on a virtual thread of its own. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    /** Thousands of viewers come within a second when a class begins; the system may cut this down (net.core.somaxconn). */
    private static final int WAITING_TO_BE_ACCEPTED = 8_192;

    private static final int IDLE_MILLIS = 60_000;
    private static final int ACCEPTORS = 1;
    private static final int SELECTORS = 2;
    private static final int MOST_THREADS = 16;

    private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
    private final Server server;
    private final ServerConnector connector;
    private final String host;

    /**
     * Binds the port and serves at once.
     *
     * @param sites asked in this order
     * @throws BindException when the port is taken
     */
    public WebServer(WebSettings settings, List<Site> sites) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, ACCEPTORS + SELECTORS + 1);
        threads.setName("web");
        threads.setVirtualThreadsExecutor(virtual);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setHeaderCacheSize(0); // 18 KB for each connection
        connector = new ServerConnector(server, ACCEPTORS, SELECTORS, new HttpConnectionFactory(http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(WAITING_TO_BE_ACCEPTED);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new Sites(List.copyOf(sites)));
        host = settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind();
        start();
    }

    private void start() throws IOException {
        try {
            connector.open();
            server.start();
        } catch (Exception e) {
            close();
            if (e.getCause() instanceof BindException taken) {
                throw taken;
            }
            throw e instanceof IOException io ? io : new IOException("the web server does not start", e);
        }
    }

    /** Where it listens: with the port that was taken if the settings left it open. */
    public URI address() {
        return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
    }

    /** Takes no more requests and ends those that run. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the web server did not stop in peace", e);
        }
        connector.close();
        virtual.close();
    }

    /** Asks each site whether a path is its own. */
    private static final class Sites extends Handler.Abstract {
        private final List<Site> sites;

        Sites(List<Site> sites) {
            this.sites = sites;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            for (Site site : sites) {
                if (site.answer(request, response, callback)) {
                    return true;
                }
            }
            new Answer(HttpStatus.NOT_FOUND_404, "text/plain", "").send(response, callback);
            return true;
        }
    }
}
