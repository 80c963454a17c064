package org.jianxi.gateway.transport.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.http.common.HttpMessage;
import org.jianxi.gateway.canonical.Door;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.Delivery;
import org.jianxi.gateway.flow.Terms;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.transport.desk.BodyBudget;
import org.jianxi.gateway.transport.http.CallerDesk;
import org.jianxi.gateway.transport.http.PushAnswer;
import org.jianxi.gateway.transport.http.PushProblem;
import org.jianxi.gateway.transport.http.PushRequest;
import org.jianxi.gateway.transport.http.WholeAnswer;

/** The bean of the route that hears {@code POST /services/submissions}, for buses that speak SOAP 1.1. */
public final class SoapDoor {

    public static final String PATH = "/services/submissions";
    private static final String TYPE = "text/xml";
    private static final long ENVELOPE_BYTES = 256 * 1024L;

    /** A message is in memory as bytes, as a tree, and as its content. */
    private static final int COPIES = 4;

    private final CallerDesk callers;
    private final BodyBudget budget;
    private final Clock clock;
    private final SoapDesk desk = new SoapDesk();

    public SoapDoor(CallerDesk callers, BodyBudget budget, Clock clock) {
        this.callers = callers;
        this.budget = budget;
        this.clock = clock;
    }

    /** Always leaves a whole answer; nothing that went wrong with us shows in it. */
    public void receive(Exchange exchange) {
        var request = exchange.getMessage(HttpMessage.class);
        var answer = WholeAnswer.of(() -> {
            if (request == null) {
                throw new IllegalStateException("no request");
            }
            return judge(request.getRequest());
        });
        var soap = answer.contentType().equals(SoapAnswers.XML)
                ? answer
                : desk.answers().of(answer);
        soap.writeTo(exchange.getMessage());
    }

    private PushAnswer judge(HttpServletRequest request) throws PushProblem, IOException {
        var caller = callers.authenticate(key(request));
        var source = callers.sourceOf(caller);
        speaksOurs(PushRequest.header(request, "Content-Type").orElse(""));
        var terms = callers.terms(source);
        var most = source.mostBytes() * 3 / 2 + ENVELOPE_BYTES;
        try {
            return budget.read(
                    request.getInputStream(),
                    request.getContentLengthLong(),
                    most,
                    COPIES,
                    body -> answer(caller, terms, body));
        } catch (BodyBudget.TooLarge tooLarge) {
            throw PushProblem.tooLarge(source.mostBytes());
        } catch (Wrapped wrapped) {
            throw wrapped.problem();
        }
    }

    private PushAnswer answer(Caller caller, Terms terms, byte[] body) throws IOException {
        var source = terms.source();
        try {
            return desk.answer(body, request -> {
                CallerDesk.delivers(source, request.call().dataset());
                if (request.content().length > source.mostBytes(request.call().dataset())) {
                    throw PushProblem.tooLarge(source.mostBytes(request.call().dataset()));
                }
                return callers.answer(request.call(), delivery(caller, terms, request));
            });
        } catch (PushProblem problem) {
            throw new Wrapped(problem);
        }
    }

    /** Carries a problem out of where only an {@link IOException} may leave. */
    private static final class Wrapped extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient PushProblem problem;

        Wrapped(PushProblem problem) {
            super(problem);
            this.problem = problem;
        }

        PushProblem problem() {
            return problem;
        }
    }

    private Delivery delivery(Caller caller, Terms terms, SoapRequest request) {
        var call = request.call();
        return new Delivery(
                terms.source().id(),
                senders(caller, terms.source(), request.sender()),
                Door.SOAP,
                call.dataset(),
                Optional.of(call.period()),
                call.mediaType(),
                Optional.empty(),
                request.content(),
                call.signature(),
                call.idempotencyKey(),
                clock.instant(),
                Optional.of(terms));
    }

    private static Set<Sender> senders(Caller caller, Source source, Optional<Sender> named) {
        return CallerDesk.sendersOf(caller, source).stream()
                .filter(sender -> named.isEmpty() || named.get().equals(sender))
                .collect(Collectors.toSet());
    }

    private static void speaksOurs(String contentType) throws PushProblem {
        var bare = contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"']", "");
        var charset = bare.contains("charset=") ? bare.replaceAll(".*charset=([^;]*).*", "$1") : "utf-8";
        if (!bare.split(";", 2)[0].equals(TYPE) || !charset.equals("utf-8")) {
            throw PushProblem.unsupported(
                    "SOAP 1.1消息的Content-Type应为text/xml; charset=utf-8，不接受附件和MTOM",
                    "a SOAP 1.1 message has the Content-Type text/xml; charset=utf-8; attachments and MTOM are not taken");
        }
    }

    /** Bearer, or Basic with the key as password; the user name is nobody's credential. */
    private static String key(HttpServletRequest request) {
        var header = PushRequest.header(request, "Authorization").orElse("");
        if (!header.regionMatches(true, 0, "basic ", 0, "basic ".length())) {
            return PushRequest.bearerKey(request);
        }
        try {
            var pair = new String(
                    Base64.getDecoder()
                            .decode(header.substring("basic ".length()).strip()),
                    StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
