package lyceum.community.polls.count;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads cast votes in the common data format of NIST SP 1500-103, from JSON or XML. */
final class CommonFormat {
    private final JsonNode source;
    private final JsonNode report;

    CommonFormat(JsonNode source, JsonNode report) {
        this.source = source;
        this.report = report;
    }

    /** In XML each child stands in an array, in JSON only what may come more than once. */
    private static Stream<JsonNode> each(JsonNode node, String name) {
        JsonNode child = node.path(name);
        return child.isArray()
                ? StreamSupport.stream(child.spliterator(), false)
                : Stream.of(child).filter(one -> !one.isMissingNode());
    }

    private static String text(JsonNode node, String name) {
        return each(node, name).findFirst().map(JsonNode::asText).orElse("");
    }

    void read(List<Vote> votes) {
        Map<String, String> candidates = new HashMap<>();
        Map<String, String> selections = new HashMap<>();
        each(report, "Election")
                .flatMap(election -> each(election, "Candidate"))
                .forEach(candidate -> candidates.put(text(candidate, "@id"), text(candidate, "Name")));
        JsonNode contest = each(report, "Election")
                .flatMap(election -> each(election, "Contest"))
                .filter(one -> text(one, "Name").equals(text(source, "contestId")))
                .findFirst()
                .orElseThrow();
        each(contest, "ContestSelection")
                .forEach(selection -> selections.put(
                        text(selection, "@id"),
                        text(selection, "IsWriteIn").equals("true")
                                ? Contest.WRITE_IN
                                : candidates.getOrDefault(text(selection, "CandidateIds"), "")));
        each(report, "CVR")
                .flatMap(record -> each(record, "CVRSnapshot")
                        .filter(snapshot -> text(snapshot, "@id").equals(text(record, "CurrentSnapshotId"))))
                .flatMap(snapshot -> each(snapshot, "CVRContest"))
                .filter(one -> text(one, "ContestId").equals(text(contest, "@id")))
                .forEach(one -> votes.add(vote(one, selections)));
    }

    private Vote vote(JsonNode contest, Map<String, String> selections) {
        Vote vote = new Vote();
        each(contest, "CVRContestSelection")
                .filter(selection -> !text(selection, "Status").equals("needs-adjudication"))
                .forEach(selection -> {
                    String name = selections.getOrDefault(text(selection, "ContestSelectionId"), "");
                    String label = text(source, "overvoteLabel");
                    String written = !label.isEmpty() && name.equals(label) ? Vote.OVERVOTE : name;
                    if (text(selection, "Rank").isEmpty()) {
                        each(selection, "SelectionPosition").forEach(position -> mark(vote, position, written));
                    } else {
                        vote.mark(Integer.parseInt(text(selection, "Rank")), written);
                    }
                });
        return vote;
    }

    private static void mark(Vote vote, JsonNode position, String written) {
        if (!text(position, "HasIndication").equals("no")
                && !text(position, "IsAllocable").equals("no")) {
            vote.mark(
                    Integer.parseInt(text(position, "Rank")), position.has("CVRWriteIn") ? Contest.WRITE_IN : written);
        }
    }
}
