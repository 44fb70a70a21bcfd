package lyceum.web;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Some of the paths that stand on the one port. A site is given to {@link WebServer}, which asks each in turn. */
public interface Site {
    /**
     * Answers a request whose path is this site's. Called on a virtual thread of the request's own; may block.
     *
     * @return false, with nothing touched, where the path is another's; true where the callback is or will be completed
     */
    boolean answer(Request request, Response response, Callback callback) throws Exception;
}
