package lyceum.web;

/**
 * Where the pages are served.
 *
 * @param bind a host name or address; 127.0.0.1 is this machine only
 * @param port from 0, which takes any free one, to 65535
 */
public record WebSettings(String bind, int port) {
    public WebSettings {
        if (bind.isBlank() || bind.contains("/") || bind.contains(" ")) {
            throw new IllegalArgumentException(
                    "bind is an address of this machine, such as 127.0.0.1\nbind 是本机的地址，例如 127.0.0.1");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException(
                    "port is from 1 to 65535, not %d\nport 是 1 到 65535，不是 %1$d".formatted(port));
        }
    }

    /** This machine only, port 8080. */
    public static WebSettings defaults() {
        return new WebSettings("127.0.0.1", 8080);
    }
}
