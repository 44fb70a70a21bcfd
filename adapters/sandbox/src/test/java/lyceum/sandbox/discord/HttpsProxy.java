package lyceum.sandbox.discord;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Leads clients whose address is fixed to discord.com to a sandbox: an HTTPS proxy with a certificate of its own. */
public final class HttpsProxy implements AutoCloseable {
    private static final String PASSWORD = "password";
    private static final long PATIENCE_SECONDS = 30;

    private final WireMockServer server;
    private final Path keys;

    private HttpsProxy(WireMockServer server, Path keys) {
        this.server = server;
        this.keys = keys;
    }

    /**
     * Starts it on a free port of 127.0.0.1.
     *
     * @param folder where its certificate is put
     * @param sandbox the address of the sandbox, as {@code http://127.0.0.1:8081}
     */
    public static HttpsProxy start(Path folder, String sandbox) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        makeKeys(keys);
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .enableBrowserProxying(true)
                .trustAllProxyTargets(true)
                .disableRequestJournal()
                .keystorePath(keys.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .keystoreType("PKCS12"));
        server.start();
        server.stubFor(any(anyUrl())
                .withHost(equalTo("discord.com"))
                .willReturn(aResponse().proxiedFrom(sandbox + "/discord")));
        return new HttpsProxy(server, keys);
    }

    /** What Java is told so that everything in it takes this way and trusts its certificate alone, by name. */
    public List<String> asProperties(String prefix) {
        return List.of(
                prefix + "https.proxyHost=127.0.0.1",
                prefix + "https.proxyPort=" + server.port(),
                prefix + "javax.net.ssl.trustStore=" + keys,
                prefix + "javax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** Sends what goes to discord.com through the proxy and everything else straight on. */
    public ProxySelector selector() {
        return new OnlyDiscord(server.port());
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void makeKeys(Path file) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "discord",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=discord.com",
                        "-ext",
                        "SAN=dns:discord.com",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool makes no certificate");
        }
    }

    private static final class OnlyDiscord extends ProxySelector {
        private final Proxy proxy;

        private OnlyDiscord(int port) {
            proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of("discord.com".equals(uri.getHost()) ? proxy : Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new IllegalStateException(uri.toString(), failure);
        }
    }
}
