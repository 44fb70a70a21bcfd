package lyceum.web.console;

/** The console's addresses. Pages of features stand beside {@code /-/}, which no page's path can begin with. */
final class Paths {
    static final String CONSOLE = "/console";
    static final String ACT = CONSOLE + "/-/act";
    static final String ENTER = CONSOLE + "/-/enter";
    static final String LEAVE = CONSOLE + "/-/leave";
    static final String LIVE = CONSOLE + "/-/live/";
    static final String STYLE = CONSOLE + "/-/console.css";
    static final String SCRIPT = CONSOLE + "/-/console.js";

    private static final String PAGE = CONSOLE + "/[a-z][a-z0-9-]{0,31}(\\?[A-Za-z0-9=&%+._*-]{0,1000})?";

    private Paths() {}

    /** The address to come back to, if it is a page's. */
    static String back(String wanted) {
        return wanted.matches(PAGE) ? wanted : CONSOLE;
    }
}
