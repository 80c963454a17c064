package org.jianxi.gateway.transport.http;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.apache.camel.http.common.HttpConsumer;
import org.apache.camel.http.common.ServletResolveConsumerStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Camel's servlet at one exact path, so that every other path of {@code /api/v1} stays with Spring MVC.
 *
 * <p>Exactly mapped, a servlet has no path info for Camel to choose a route by; there is one route, and it is chosen here.
 */
public class PushServlet extends CamelHttpTransportServlet {

    /** What the route calls it. */
    public static final String NAME = "submissions";

    private static final long serialVersionUID = 1L;
    private static final String POST = "POST";

    private final transient PushAnswers answers = new PushAnswers();

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        setServletResolveConsumerStrategy(new TheOneRoute());
    }

    /** Between a route's stop and its successor's start a caller is asked to come back, not told that there is nothing. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals(POST)) {
            write(answer(PushProblem.methodNotAllowed()), response);
        } else if (getConsumers().isEmpty()) {
            write(answer(PushProblem.unavailable("接口正在更新，请稍后再试", "the door is being renewed")), response);
        } else {
            super.service(request, response);
        }
    }

    public PushAnswer answer(PushProblem problem) {
        return answers.of(problem);
    }

    private void write(PushAnswer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        answer.headers().forEach(response::setHeader);
        try {
            response.getOutputStream().write(answer.body());
        } catch (IOException callerLeft) {
            log.debug("The caller left before it was answered");
        }
    }

    private static final class TheOneRoute implements ServletResolveConsumerStrategy {

        @Override
        public @Nullable HttpConsumer resolve(HttpServletRequest request, Map<String, HttpConsumer> consumers) {
            return consumers.values().stream().findFirst().orElse(null);
        }

        @Override
        public boolean isHttpMethodAllowed(
                HttpServletRequest request, String method, Map<String, HttpConsumer> consumers) {
            return method.equals(POST);
        }
    }
}
