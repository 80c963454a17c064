/** The same call as a service for buses that speak SOAP 1.1. */
@NullMarked
package org.jianxi.gateway.transport.soap;

import org.jspecify.annotations.NullMarked;
