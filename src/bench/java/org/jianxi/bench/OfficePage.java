package org.jianxi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** The month's page as somebody of the office sees it, without a browser. */
record OfficePage(HttpClient client, URI gateway) {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String LOGIN = "/console/login";

    void signIn(String key) throws IOException, InterruptedException {
        var form = send(HttpRequest.newBuilder(gateway.resolve(LOGIN))).body();
        var token = TOKEN.matcher(form);
        if (!token.find()) {
            throw new IOException("no form to sign in with");
        }
        var body = "key=" + key + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(gateway.resolve(LOGIN))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Throws unless it is the month with all seventeen returns. */
    String read(YearMonth month) throws IOException, InterruptedException {
        var page = send(HttpRequest.newBuilder(gateway.resolve("/console/window?period=" + month)))
                .body();
        if (!page.contains("17 / 17")) {
            throw new IOException("not the page of " + month);
        }
        return page;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
