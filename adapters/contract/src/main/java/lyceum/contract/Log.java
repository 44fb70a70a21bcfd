package lyceum.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The requests that a platform got, and how often it had to say that there were too many. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Log(List<Request> requests, int given429, int brokenLimits) {
    public Log {
        requests = List.copyOf(requests);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Request(String method, String path, int status) {}
}
