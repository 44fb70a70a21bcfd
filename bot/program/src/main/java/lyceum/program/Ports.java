package lyceum.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The ports of this machine, as seen from 127.0.0.1. */
public final class Ports {
    private static final int HIGHEST = 65_535;

    private Ports() {}

    /** Refuses when one of {@code count} ports from {@code first} on is taken, and names a row of free ones. */
    static void requireFree(int first, int count) throws Refusal {
        for (int port = first; port < first + count; port++) {
            if (!free(port)) {
                throw new Refusal("running.port-busy", String.valueOf(port), String.valueOf(freeRow(first + 1, count)));
            }
        }
    }

    /** The first port, at or above {@code from}, of {@code count} free ones in a row. */
    public static int freeRow(int from, int count) {
        int start = from;
        int found = 0;
        for (int port = from; port <= HIGHEST; port++) {
            found = free(port) ? found + 1 : 0;
            start = found == 0 ? port + 1 : start;
            if (found == count) {
                return start;
            }
        }
        throw new IllegalStateException("no " + count + " free ports in a row above " + from);
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
