package org.jianxi.gateway.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jianxi.gateway.filing.ReturnFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Leaves in one folder what an outsider needs to check the month: return, evidence, acknowledgement, submissions, receipts, certificates. */
record DemoOutput(DemoStage stage, DemoPost post, String key) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CMS = "application/pkcs7-mime";
    private static final String ASIC = "application/vnd.etsi.asic-e+zip";

    void write(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("submissions"));
        Files.createDirectories(folder.resolve("receipts"));
        var path = "/api/v1/returns/" + stage.papers().period();
        Files.write(folder.resolve("return.json"), get(path, ReturnFormat.JSON.contentType()));
        Files.write(folder.resolve("return.xlsx"), get(path, ReturnFormat.XLSX.contentType()));
        var acknowledgement = tree(path + "/filing").at("/acknowledgements/0");
        Files.write(folder.resolve("acknowledgement.json"), decoded(acknowledgement.path("content")));
        Files.write(folder.resolve("acknowledgement.p7s"), decoded(acknowledgement.path("signature")));
        for (var sender : tree("/api/v1/windows/" + stage.papers().period()).path("senders")) {
            leave(
                    folder,
                    sender.path("sender").asString(""),
                    sender.path("submission").asString(""));
        }
        var keys = stage.folders().var().resolve("keys");
        Files.write(folder.resolve("bundle.zip"), get(path + "/bundle", ASIC));
        Files.write(folder.resolve("root.pem"), Files.readAllBytes(keys.resolve("root.pem")));
        Files.write(folder.resolve("signer.pem"), Files.readAllBytes(keys.resolve("signer.pem")));
        Files.write(folder.resolve("ministry.pem"), Files.readAllBytes(keys.resolve("ministry.pem")));
    }

    private void leave(Path folder, String sender, String submission) throws IOException, InterruptedException {
        var path = "/api/v1/submissions/" + submission;
        Files.write(folder.resolve("submissions/" + sender + ".json"), get(path + "/canonical", "application/json"));
        Files.write(folder.resolve("receipts/" + sender + ".p7s"), get(path + "/receipt", CMS));
        Files.write(folder.resolve("receipts/" + sender + ".json"), get(path + "/receipt", "application/json"));
    }

    private JsonNode tree(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path, "application/json"));
    }

    private byte[] get(String path, String accept) throws IOException, InterruptedException {
        var answer = post.get(path, key, accept);
        if (answer.statusCode() != 200) {
            throw new IOException(
                    path + " → " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private static byte[] decoded(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString(""));
    }
}
