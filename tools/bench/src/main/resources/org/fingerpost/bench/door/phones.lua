-- Each request is for the own file of a random phone that a range of the registry holds.
-- Argument: "close" for a connection a request.
local first = FIRST
local count = COUNT
local headers = " HTTP/1.1\r\nHost: fm.example.net\r\n"
  .. "User-Agent: Grandstream Model HW GXP2160 SW 1.0.11.39 DevId "
local rest

function init(args)
  math.randomseed(237)
  rest = args[1] == "close" and "\r\nConnection: close\r\n\r\n" or "\r\n\r\n"
end

function request()
  local mac = string.format("%012x", first + math.random(0, count - 1))
  return "GET /gs/cfg" .. mac .. ".xml" .. headers .. mac .. rest
end
