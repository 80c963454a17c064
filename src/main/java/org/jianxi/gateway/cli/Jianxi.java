package org.jianxi.gateway.cli;

/** The one command. */
public final class Jianxi {
    private Jianxi() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
