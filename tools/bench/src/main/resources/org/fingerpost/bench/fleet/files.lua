-- Each request is for the own file of a random phone of the list.
-- Argument: "close" for a connection a request.
local paths = {}
local rest

function init(args)
  math.randomseed(237)
  for path in io.lines("LIST") do
    paths[#paths + 1] = path
  end
  rest = " HTTP/1.1\r\nHost: config.example.net\r\n"
    .. "User-Agent: Grandstream Model HW GXP2160 SW 1.0.11.39\r\n"
    .. (args[1] == "close" and "Connection: close\r\n\r\n" or "\r\n")
end

function request()
  return "GET " .. paths[math.random(#paths)] .. rest
end
