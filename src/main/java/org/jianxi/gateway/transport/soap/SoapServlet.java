package org.jianxi.gateway.transport.soap;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jianxi.gateway.transport.http.PushAnswer;
import org.jianxi.gateway.transport.http.PushProblem;
import org.jianxi.gateway.transport.http.PushServlet;

/** Camel's servlet at the path of the SOAP service. Who asks there for {@code ?wsdl} is shown the description. */
public final class SoapServlet extends PushServlet {

    /** What the route calls it. */
    public static final String NAME = "soap";

    private static final long serialVersionUID = 1L;

    private final transient SoapDesk desk = new SoapDesk();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        if (request.getMethod().equals("GET") && "wsdl".equalsIgnoreCase(request.getQueryString())) {
            describe(request, response);
        } else {
            super.service(request, response);
        }
    }

    @Override
    public PushAnswer answer(PushProblem problem) {
        return desk.answers().of(super.answer(problem));
    }

    private void describe(HttpServletRequest request, HttpServletResponse response) {
        try {
            request.getRequestDispatcher(SoapDoor.PATH + ".wsdl").forward(request, response);
        } catch (ServletException | IOException callerLeft) {
            log.debug("The caller left before it was answered");
        }
    }
}
