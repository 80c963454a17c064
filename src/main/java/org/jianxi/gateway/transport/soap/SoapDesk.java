package org.jianxi.gateway.transport.soap;

import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.documents.SafeXml;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.jianxi.gateway.transport.http.PushAnswer;
import org.jianxi.gateway.transport.http.PushProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.ws.NoEndpointFoundException;
import org.springframework.ws.context.DefaultMessageContext;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.server.EndpointInvocationChain;
import org.springframework.ws.server.endpoint.MessageEndpoint;
import org.springframework.ws.server.endpoint.adapter.MessageEndpointAdapter;
import org.springframework.ws.soap.saaj.SaajSoapMessage;
import org.springframework.ws.soap.saaj.SaajSoapMessageFactory;
import org.springframework.ws.soap.server.SoapMessageDispatcher;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One SOAP 1.1 message in, one out. The bytes are read by our own hardened parser, before any SOAP library sees them: no DTD, no
 * entity, bounded depth and size. What is asked for is told by the payload; a SOAPAction is not looked at.
 */
final class SoapDesk {

    private static final String ENVELOPE = "Envelope";
    private static final String SUBMIT = "submit";
    private static final String SUBMISSION = "submission";

    private final SaajSoapMessageFactory factory = new SaajSoapMessageFactory();
    private final SoapMessageDispatcher dispatcher = new SoapMessageDispatcher();
    private final SoapAnswers answers;

    /** What is done with one request that was understood. */
    interface Submission {
        PushAnswer answer(SoapRequest request) throws PushProblem;
    }

    SoapDesk() {
        factory.afterPropertiesSet();
        answers = new SoapAnswers(factory);
        dispatcher.setEndpointMappings(List.of(this::endpoint));
        dispatcher.setEndpointAdapters(List.of(new MessageEndpointAdapter()));
        dispatcher.setEndpointExceptionResolvers(List.of());
    }

    SoapAnswers answers() {
        return answers;
    }

    PushAnswer answer(byte[] content, Submission submission) throws PushProblem, IOException {
        var context = new DefaultMessageContext(message(envelope(content)), factory);
        context.setProperty(SUBMISSION, submission);
        try {
            dispatcher.receive(context);
        } catch (NoEndpointFoundException unknown) {
            throw PushProblem.badRequest(
                    "消息体应为submit元素", "the body holds no element submit of " + SoapRequest.NAMESPACE);
        } catch (PushProblem known) {
            throw known;
        } catch (Exception unexpected) {
            throw new IllegalStateException("a SOAP message was not handled", unexpected);
        }
        if (!(context.getResponse() instanceof SaajSoapMessage response)) {
            throw new IllegalStateException("a SOAP message was not answered");
        }
        return new PushAnswer(response.hasFault() ? 500 : 200, SoapAnswers.XML, Map.of(), SoapAnswers.bytes(response));
    }

    private @Nullable EndpointInvocationChain endpoint(MessageContext context) throws SOAPException {
        var asked = payload(context)
                .filter(payload -> SoapRequest.NAMESPACE.equals(payload.getNamespaceURI()))
                .filter(payload -> SUBMIT.equals(payload.getLocalName()));
        return asked.isPresent() ? new EndpointInvocationChain((MessageEndpoint) this::submit) : null;
    }

    private void submit(MessageContext context) throws SOAPException, PushProblem {
        if (context.getProperty(SUBMISSION) instanceof Submission submission) {
            var request = SoapRequest.of(payload(context).orElseThrow());
            answers.write(submission.answer(request), (SaajSoapMessage) context.getResponse());
        }
    }

    private static Optional<Element> payload(MessageContext context) throws SOAPException {
        var body = ((SaajSoapMessage) context.getRequest()).getSaajMessage().getSOAPBody();
        for (var child = body.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private SaajSoapMessage message(Document envelope) throws PushProblem {
        var message = factory.createWebServiceMessage();
        try {
            message.setDocument(envelope);
            if (message.getSaajMessage().getSOAPBody() != null) {
                return message;
            }
        } catch (SOAPException | RuntimeException malformed) {
            throw noMessage();
        }
        throw noMessage();
    }

    private static PushProblem noMessage() {
        return PushProblem.badRequest("不是完整的SOAP 1.1消息", "this is no whole SOAP 1.1 message");
    }

    private static Document envelope(byte[] content) throws PushProblem {
        try {
            var document = SafeXml.parse(content);
            var root = document.getDocumentElement();
            if (!ENVELOPE.equals(root.getLocalName())
                    || !SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE.equals(root.getNamespaceURI())) {
                throw PushProblem.badRequest(
                        "应为SOAP 1.1的Envelope（" + SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE + "）",
                        "the envelope of SOAP 1.1 is expected (" + SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE + ")");
            }
            return document;
        } catch (UnreadableDocument unreadable) {
            throw PushProblem.badRequest(
                    unreadable.reason().zh(), unreadable.reason().en());
        }
    }
}
