/**
 * Settings under names with dots, as newer families take them in XML version 2. Which P-value an
 * alias stands for differs by family and is not known here.
 */
package org.fingerpost.formats.alias;
