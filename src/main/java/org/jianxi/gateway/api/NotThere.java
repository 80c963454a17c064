package org.jianxi.gateway.api;

/** What was asked for is not there, or not for this caller; the two are told apart by nobody. */
final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
