/**
 * The firmware service under drill: releases uploaded, published and withdrawn, and the bytes of
 * each, of which every sixteen tell whose they are and where they stand.
 */
package org.fingerpost.drills.firmware;
