package lyceum.program;

import picocli.CommandLine.ParseResult;

/** What a command does. */
interface Action {
    /**
     * Runs until it is done.
     *
     * @param typed the options, as {@code typed.matchedOptionValue("--port", 8080)}
     * @return the exit status: 0 done, 1 failed, 2 wrongly asked for
     */
    int run(ParseResult typed) throws Exception;
}
