package org.jianxi.gateway.registries.files;

/**
 * Whole lines of a file, without a quotation mark.
 *
 * @param number counts the blocks of a file from 0
 */
record Block(int number, byte[] bytes, int from, int to) {}
