package org.jianxi.gateway.registries.query;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.registries.lookups.LookupSlip;
import org.jianxi.gateway.registries.spdci.Envelope;
import org.jianxi.gateway.signing.Signer;
import org.jianxi.gateway.signing.SigningCertificate;

/** A registry that speaks SPDCI v1. Both sides sign, and neither takes what the other did not. */
record SpdciQuery(SpdciService service, Keys keys, ServiceChannel channel, RecordReading reading, Clock clock)
        implements PersonQuery {

    /** @param pinned what the registry signs with */
    record Keys(Signer own, SigningCertificate pinned) {}

    @Override
    public int most() {
        return service.isDisabled() ? 1 : service.most();
    }

    @Override
    public Question question(List<QueriedPerson> people, LookupSlip slip) {
        var now = clock.instant();
        var text = new SpdciText(service, slip, now);
        var message = service.isDisabled() ? text.disabled(people.getFirst()) : text.search(people);
        var seal = new Envelope.Seal(service.sender(), keys.own(), now);
        var body = Envelope.signed(text.header(people.size()), message, seal);
        return new Signed(people, body, slip);
    }

    private final class Signed implements Question {

        private final List<QueriedPerson> people;
        private final byte[] body;
        private final LookupSlip slip;

        Signed(List<QueriedPerson> people, byte[] body, LookupSlip slip) {
            this.people = people;
            this.body = body;
            this.slip = slip;
        }

        @Override
        public Digest commitment() {
            return slip.commitment("", body);
        }

        @Override
        public List<PersonAnswer> send() {
            var response = channel.call(this::request);
            var expected = new Envelope.Expected(service.registry(), keys.pinned(), clock.instant());
            var answer = Envelope.read(response.body(), expected)
                    .orElseThrow(() -> new QueryStopped(
                            QueryStopped.Cause.INCIDENT,
                            "答复没有登记库证书的有效签名；没有采用",
                            "The answer is not signed with the registry's certificate; nothing of it was taken"));
            return new SpdciAnswer(service, reading, slip).of(people, answer);
        }

        private HttpRequest request() {
            var path = service.isDisabled() ? "/registry/sync/disabled" : "/registry/sync/search";
            var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            slip.headers().forEach(request::header);
            return request.build();
        }
    }
}
