package org.jianxi.gateway.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.filing.ReturnPdf;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** A document of the provincial return as an answer: in the format that was asked for, under a name a person can file. */
final class ReturnAnswers {

    private ReturnAnswers() {}

    /** Whether the first that {@code Accept} names is PDF, which has a font of its own and stands beside the formats. */
    static boolean asksForPdf(HttpHeaders request) {
        return request.getAccept().stream()
                .findFirst()
                .filter(MediaType.APPLICATION_PDF::equalsTypeAndSubtype)
                .isPresent();
    }

    static ResponseEntity<byte[]> pdf(String name, byte[] document) {
        return answer(name + ReturnPdf.EXTENSION, ReturnPdf.CONTENT_TYPE).body(document);
    }

    /** The first format that {@code Accept} names and we have; JSON where it names none. */
    static Optional<ReturnFormat> formatOf(HttpHeaders request) {
        var accepted = request.getAccept();
        if (accepted.isEmpty()) {
            return Optional.of(ReturnFormat.JSON);
        }
        return accepted.stream()
                .flatMap(type -> type.isWildcardType()
                        ? Optional.of(ReturnFormat.JSON).stream()
                        : ReturnFormat.ofContentType(type.toString()).stream())
                .findFirst();
    }

    /** @param name without the ending, which the format has */
    static ResponseEntity.BodyBuilder document(String name, ReturnFormat format) {
        return answer(name + format.extension(), format.contentType());
    }

    private static ResponseEntity.BodyBuilder answer(String fileName, String contentType) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }

    static ResponseEntity<byte[]> notAcceptable() {
        throw new ResponseStatusException(HttpStatus.NOT_ACCEPTABLE);
    }
}
