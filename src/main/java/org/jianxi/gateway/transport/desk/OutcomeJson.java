package org.jianxi.gateway.transport.desk;

import java.util.Base64;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.documents.FindingJson;
import org.jianxi.gateway.flow.Deferred;
import org.jianxi.gateway.flow.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An outcome as a JSON document, the same over HTTP and as a file in an outbox. */
public final class OutcomeJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Made of the outcome alone, so that the same outcome is for ever the same bytes. */
    public byte[] accepted(Outcome.Accepted accepted) {
        var receipt = MAPPER.readTree(accepted.receipt().content());
        var node = NODES.objectNode();
        node.put("id", accepted.submissionId());
        node.put("verdict", "accepted");
        copy(receipt, node, "sender");
        copy(receipt, node, "period");
        copy(receipt, node, "revision");
        node.set("receipt", receipt);
        node.put(
                "signature",
                Base64.getEncoder().encodeToString(accepted.receipt().cms()));
        node.set("findings", FindingJson.list(accepted.findings()));
        return MAPPER.writeValueAsBytes(node);
    }

    public byte[] waiting(Deferred.Waiting waiting) {
        var node = NODES.objectNode();
        node.put("id", waiting.id());
        node.put("state", "received");
        node.put("receivedAt", waiting.receivedAt().toString());
        node.put("digest", waiting.digest().hex());
        node.put("size", waiting.size());
        return MAPPER.writeValueAsBytes(node);
    }

    public byte[] returned(Outcome.Returned returned) {
        var node = NODES.objectNode();
        node.put("id", returned.submissionId());
        node.put("verdict", "rejected");
        node.set("findings", FindingJson.list(returned.findings()));
        return MAPPER.writeValueAsBytes(node);
    }

    /** For a file that never became a delivery. */
    public byte[] refused(List<Finding> findings) {
        var node = NODES.objectNode();
        node.put("verdict", "rejected");
        node.set("findings", FindingJson.list(findings));
        return MAPPER.writeValueAsBytes(node);
    }

    public ObjectNode stands(List<Finding> findings) {
        var node = NODES.objectNode();
        node.put("verdict", "accepted");
        node.put("dryRun", true);
        node.set("findings", FindingJson.list(findings));
        return node;
    }

    private static void copy(JsonNode from, ObjectNode to, String member) {
        if (from.has(member)) {
            to.set(member, from.get(member));
        }
    }
}
