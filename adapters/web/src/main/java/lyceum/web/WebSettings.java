package lyceum.web;

import java.net.URI;
import java.util.Optional;

/**
 * Where the pages are served.
 *
 * @param bind a host name or address; 127.0.0.1 is this machine only
 * @param port from 0, which takes any free one, to 65535
 * @param publicUrl under which people reach the port from outside, without a path; empty where nothing stands before it
 */
public record WebSettings(String bind, int port, Optional<URI> publicUrl) {
    public WebSettings {
        if (bind.isBlank() || bind.contains("/") || bind.contains(" ")) {
            throw new IllegalArgumentException(
                    "bind is an address of this machine, such as 127.0.0.1\nbind 是本机的地址，例如 127.0.0.1");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException(
                    "port is from 1 to 65535, not %d\nport 是 1 到 65535，不是 %1$d".formatted(port));
        }
        if (publicUrl
                .filter(url -> !url.toString().matches("https?://[^/?#@]+/?"))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "public-url is the address that people type, such as https://class.example, without a path\npublic-url 是人们输入的地址，例如 https://class.example，不带路径");
        }
    }

    /** This machine only, port 8080. */
    public static WebSettings defaults() {
        return new WebSettings("127.0.0.1", 8080, Optional.empty());
    }
}
