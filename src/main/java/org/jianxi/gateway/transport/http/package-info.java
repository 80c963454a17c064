/** The call that delivers by HTTP, read once and answered in the words of the contract. */
@NullMarked
package org.jianxi.gateway.transport.http;

import org.jspecify.annotations.NullMarked;
