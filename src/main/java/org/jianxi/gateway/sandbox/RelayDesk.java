package org.jianxi.gateway.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.signing.Signer;

/**
 * Stands before a real registry agent and passes everything on, so that what the agent hears is kept and its answers can be spoiled.
 * It knows no key of the agent's.
 */
public final class RelayDesk implements RegistryDesk {

    private static final String SIGNATURE = "Signature-CMS";
    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type");
    private static final List<String> PASSED_BACK = List.of("Content-Type", "Retry-After", "Cache-Control");

    private final URI agent;
    private final Signer stranger;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param stranger the key bad signatures are made with */
    public RelayDesk(URI agent, Signer stranger) {
        this.agent = agent;
        this.stranger = stranger;
    }

    @Override
    public RegistryReply answer(RegistryRequest request, RegistryBehaviour behaviour)
            throws IOException, InterruptedException {
        var passed = HttpRequest.newBuilder(URI.create(agent + request.target()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        PASSED_ON.forEach(name -> request.header(name).ifPresent(value -> passed.header(name, value)));
        var response = client.send(passed.build(), HttpResponse.BodyHandlers.ofByteArray());
        var headers = new HashMap<String, String>();
        PASSED_BACK.forEach(name -> response.headers().firstValue(name).ifPresent(value -> headers.put(name, value)));
        signature(response, behaviour).ifPresent(value -> headers.put(SIGNATURE, value));
        return new RegistryReply(response.statusCode(), headers, response.body());
    }

    private Optional<String> signature(HttpResponse<byte[]> response, RegistryBehaviour behaviour) {
        return switch (behaviour) {
            case RegistryBehaviour.Unsigned unsigned -> Optional.empty();
            case RegistryBehaviour.BadSignature bad ->
                Optional.of(Base64.getEncoder().encodeToString(stranger.signDetached(response.body())));
            default -> response.headers().firstValue(SIGNATURE);
        };
    }
}
