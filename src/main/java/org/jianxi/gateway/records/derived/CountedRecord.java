package org.jianxi.gateway.records.derived;

/**
 * A record behind a figure.
 *
 * @param submission the delivery that the record stands in
 * @param number of the record in it, from 1
 * @param adds heads or fen; below nothing what is taken off
 */
public record CountedRecord(String submission, long number, long adds) {}
