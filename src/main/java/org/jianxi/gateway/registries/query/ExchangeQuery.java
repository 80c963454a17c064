package org.jianxi.gateway.registries.query;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.documents.StrictJson;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.registries.lookups.LookupSlip;
import tools.jackson.databind.JsonNode;

/**
 * A service of the government data exchange platform: one person a call, by number and name, and JSON with a code and rows.
 *
 * @param service what stands in the registry's file
 * @param caller how we name ourselves
 */
record ExchangeQuery(
        ExchangeService service,
        CallerHeaders caller,
        ServiceChannel channel,
        ServiceTrust trust,
        RecordReading reading,
        Clock clock)
        implements PersonQuery {

    @Override
    public int most() {
        return 1;
    }

    @Override
    public Question question(List<QueriedPerson> people, LookupSlip slip) {
        var person = people.getFirst();
        var form = pair(service.idParameter(), person.number().number()) + "&"
                + pair(service.nameParameter(), person.name());
        return new Form(person, form, slip);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private final class Form implements Question {

        private final QueriedPerson person;
        private final String form;
        private final LookupSlip slip;

        Form(QueriedPerson person, String form, LookupSlip slip) {
            this.person = person;
            this.form = form;
            this.slip = slip;
        }

        @Override
        public Digest commitment() {
            return service.isGet()
                    ? slip.commitment(form, new byte[0])
                    : slip.commitment("", form.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public List<PersonAnswer> send() {
            return List.of(answer(channel.call(this::request)));
        }

        private HttpRequest request() {
            var request = service.isGet()
                    ? HttpRequest.newBuilder(URI.create(service.url() + "?" + form))
                            .GET()
                    : HttpRequest.newBuilder(service.url())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8));
            slip.headers().forEach(request::header);
            try {
                caller.at(clock.instant()).forEach(request::header);
            } catch (IOException noSecret) {
                throw new QueryStopped(
                        QueryStopped.Cause.REFUSED,
                        "没有凭据：" + noSecret.getMessage(),
                        "No credentials: " + noSecret.getMessage());
            }
            return request.build();
        }

        private PersonAnswer answer(HttpResponse<byte[]> response) {
            try {
                var tree = StrictJson.parse(trust.genuine(response));
                if (!service.goodCodes().contains(tree.at(service.code()).asString(""))) {
                    return PersonAnswer.error(
                            "登记库没有查询这个人（代码不是成功）", "The registry did not look: its code is not one of success");
                }
                var rows = tree.at(service.rows());
                return rows.isArray() || rows.isObject()
                        ? reading.of(person, list(rows))
                        : PersonAnswer.error("答复中没有查询结果", "There is no result in the answer");
            } catch (UnreadableDocument notJson) {
                return PersonAnswer.error("答复不是JSON", "The answer is not JSON");
            }
        }

        private static List<JsonNode> list(JsonNode rows) {
            if (rows.isObject()) {
                return List.of(rows);
            }
            var all = new ArrayList<JsonNode>();
            rows.forEach(all::add);
            return all;
        }
    }
}
