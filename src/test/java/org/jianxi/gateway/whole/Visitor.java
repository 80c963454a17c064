package org.jianxi.gateway.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the console without a browser: keeps cookies, sends forms with the page's token, follows nothing by itself. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String LOGIN = "/console/login";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final URI gateway;

    Visitor(URI gateway) {
        this.gateway = gateway;
    }

    /** The same browser at another node: cookies know no ports. */
    Visitor at(URI other) {
        var there = new Visitor(other);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> there.cookies.getCookieStore().add(other, cookie));
        return there;
    }

    HttpResponse<String> signIn(String key) throws IOException, InterruptedException {
        return post(LOGIN, LOGIN, Map.of("key", key));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(gateway.resolve(path)).GET());
    }

    /** @param page where the form stands, whose token is sent along */
    HttpResponse<String> post(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var all = new TreeMap<>(fields);
        all.put("_csrf", token(get(page)));
        return postBare(path, all);
    }

    /** As a page's script sends it. */
    HttpResponse<String> postJson(String page, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token(get(page)))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> postBare(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** As a browser sends a form with files, each under its field's name. */
    HttpResponse<String> postFiles(String page, String path, Map<String, byte[]> files)
            throws IOException, InterruptedException {
        var boundary = "a-boundary-that-no-file-here-holds";
        var body = new ByteArrayOutputStream();
        var token = "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n"
                .formatted(boundary, token(get(page)));
        body.writeBytes(token.getBytes(StandardCharsets.UTF_8));
        files.forEach((name, content) -> {
            var head =
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                            .formatted(boundary, name, name);
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(gateway.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> page) throws IOException {
        var found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new IOException("No form on " + page.uri() + ", " + page.statusCode());
        }
        return found.group(1);
    }
}
