package org.jianxi.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jianxi.gateway.flow.GatewayFolders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The description of the SOAP service, kept by hand in {@code schemas/services/}, with the address it was asked for at. */
@RestController
class ServiceDescriptionController {

    private static final String FOLDER = "schemas/services/";
    private static final String XML = "text/xml;charset=UTF-8";
    private static final String WRITTEN = "http://localhost:8080/services/submissions";

    private final GatewayFolders folders;

    ServiceDescriptionController(GatewayFolders folders) {
        this.folders = folders;
    }

    @GetMapping(path = "/services/submissions.wsdl", produces = XML)
    String wsdl(HttpServletRequest request) throws IOException {
        var port = request.getServerPort();
        var usual = port == (request.isSecure() ? 443 : 80);
        var address = request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
        return read("submissions.wsdl").replace(WRITTEN, HtmlUtils.htmlEscape(address) + "/services/submissions");
    }

    @GetMapping(path = "/services/submissions.xsd", produces = XML)
    String xsd() throws IOException {
        return read("submissions.xsd");
    }

    private String read(String name) throws IOException {
        return Files.readString(folders.home().resolve(FOLDER + name), StandardCharsets.UTF_8);
    }
}
