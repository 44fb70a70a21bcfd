package lyceum.sandbox.twitch;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.sandbox.Sandbox;

/** A client of the chat that sends bare lines over TCP and keeps every line that it hears. */
final class RawIrc implements AutoCloseable {
    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    RawIrc(Sandbox sandbox) {
        try {
            socket = new Socket(
                    InetAddress.getLoopbackAddress(),
                    Integer.parseInt(sandbox.irc().replaceFirst(".*:", "")));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Thread.ofVirtual().start(() -> listen(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(BufferedReader in) {
        try (in) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException closedHere) {
            lines.add("ended: " + closedHere.getMessage());
        }
        ended = true;
    }

    /** In the channel with everything that Twitch offers. */
    static RawIrc in(Sandbox sandbox, String nick) {
        RawIrc irc = new RawIrc(sandbox);
        irc.send("CAP REQ :twitch.tv/tags twitch.tv/commands");
        irc.send("PASS oauth:" + nick);
        irc.send("NICK " + nick);
        irc.send("JOIN #ada");
        irc.hear(".* ROOMSTATE #ada");
        return irc;
    }

    RawIrc send(String line) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The first line that is as the expression says, as soon as it is heard. */
    String hear(String expression) {
        return await(expression)
                .until(
                        () -> lines.stream()
                                .filter(line -> line.matches(expression))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** All that was heard before the answer to a ping that is sent now. */
    List<String> untilNow() {
        send("PING :now");
        hear(".* PONG tmi.twitch.tv :now");
        return List.copyOf(lines);
    }

    long count(String expression) {
        return lines.stream().filter(line -> line.matches(expression)).count();
    }

    void hearsTheEnd() {
        await().until(() -> ended);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
